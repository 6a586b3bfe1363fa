// <ijjo-charts> around figures and charts that a page names by set and name: reads from $metadata what each asks, asks everything in one batch, and
// shows numbers and tables; the drawing library is fetched only then. In a closed <details> it waits until that is opened.
import { type Chart, type EntitySet, type Figure, type Model, type Property, type Trend } from '../odata/metadata';
import { address, ODataError, refusal, Service, type BatchAnswer, type Row } from '../odata/service';
import { hideFailure, showChart, showFailure, showFigure, showMissing, showTrend, type Words } from '../charts/markup';
import { opening, partsOf, trendOf, type Labels, type Part } from '../charts/numbers';

interface Place {
  readonly element: HTMLElement;
  readonly service: string;
  readonly set: EntitySet;
  readonly counted: Figure | Trend | Chart;
}

const odata = new Service('/odata');

const rowsOf = (answer: BatchAnswer): Row[] => (answer.body as { value?: Row[] } | undefined)?.value ?? [];

/** Where the labels of a chart's values are read, if they are not in the metadata. */
function labelQuestion({ set, counted }: Place): string | undefined {
  const list = 'by' in counted ? set.properties.get(counted.by)?.valueList : undefined;
  if (!list || !list.root?.startsWith('/odata/')) return undefined;
  return address(`${list.root.slice('/odata/'.length)}/${list.set}`, { $filter: list.filter, $select: `${list.value},${list.label}`, $top: '1000' });
}

const labelsOf = (property: Property | undefined, rows: readonly Row[] | undefined): Labels => new Map([
  ...(property?.choices ?? []).map(choice => [choice.value, choice.label] as const),
  ...(rows ?? []).map(row => [String(row[property!.valueList!.value]), String(row[property!.valueList!.label])] as const),
]);

class IjjoCharts extends HTMLElement {
  static readonly observedAttributes = ['data-filter', 'data-search'];
  private models: ReadonlyMap<string, Model> | undefined;
  private asked = 0;
  private readonly drawn = new Map<HTMLElement, () => void>();

  connectedCallback(): void {
    const fold = this.closest('details');
    if (!fold || fold.open) void this.show();
    else fold.addEventListener('toggle', () => void this.show(), { once: true });
  }

  disconnectedCallback(): void {
    this.release();
  }

  /** The list has been filtered otherwise; nothing has been asked where nothing is shown yet. */
  attributeChangedCallback(): void {
    if (this.models) void this.show();
  }

  private get words(): Words { return JSON.parse(this.dataset.texts ?? '{}') as Words; }

  private async show(): Promise<void> {
    const turn = ++this.asked;
    hideFailure(this);
    this.ariaBusy = 'true';
    try {
      this.models ??= await this.readModels();
      const places = this.places();
      const lists = [...new Set(places.map(place => labelQuestion(place)).filter(question => question !== undefined))];
      const answers = await odata.batch([...places.map(place => this.question(place)), ...lists]);
      // A later question has overtaken this one.
      if (turn !== this.asked) return;
      const labels = new Map(lists.map((question, index) => [question, rowsOf(answers[places.length + index]!)]));
      await this.fill(places, answers, labels);
    } catch (problem) {
      if (turn === this.asked) showFailure(this, problem, this.words, () => void this.show());
      if (!(problem instanceof ODataError)) throw problem;
    } finally {
      if (turn === this.asked) this.ariaBusy = null;
    }
  }

  private elements(): HTMLElement[] { return [...this.querySelectorAll<HTMLElement>('[data-set]')]; }

  private async readModels(): Promise<ReadonlyMap<string, Model>> {
    const keys = [...new Set(this.elements().map(element => element.dataset.set!.split('/')[0]!))];
    return new Map(await Promise.all(keys.map(async key => [key, await new Service(`/odata/${key}`).model()] as const)));
  }

  private places(): Place[] {
    return this.elements().flatMap(element => {
      const [service = '', name = ''] = element.dataset.set!.split('/');
      const set = this.models!.get(service)?.sets.get(name);
      const counted = set && [...set.charts, ...set.trends, ...set.figures].find(one => one.name === element.dataset.name);
      return set && counted ? [{ element, service, set, counted }] : [];
    });
  }

  private question({ element, service, set, counted }: Place): string {
    const filter = this.dataset.filter ?? element.dataset.filter;
    const search = this.dataset.search ?? element.dataset.search;
    return address(`${service}/${set.name}`, { $apply: (filter ? `filter(${filter})/` : '') + counted.question, $orderby: 'InRows desc', $search: search || undefined });
  }

  private async fill(places: readonly Place[], answers: readonly BatchAnswer[], lists: ReadonlyMap<string, readonly Row[]>): Promise<void> {
    const drawings: [Chart, readonly Part[], HTMLElement, string][] = [];
    let refused: BatchAnswer | undefined;
    places.forEach((place, index) => {
      const { element, set, counted } = place;
      const answer = answers[index]!;
      if (answer.status >= 400) {
        refused = answer;
        showMissing(element, this.words);
        return;
      }
      const rows = rowsOf(answer);
      const list = element.dataset.list!;
      if ('by' in counted) {
        const property = set.properties.get(counted.by);
        const parts = partsOf(counted, property, rows, labelsOf(property, lists.get(labelQuestion(place) ?? '')), this.words.none ?? '', list);
        const heading = counted.kind === 'weeks' ? this.words.week : counted.kind === 'line' ? this.words.month : property?.label;
        const plot = showChart(element, counted, parts, heading ?? '', this.words);
        if (plot) drawings.push([counted, parts, plot, list]);
      } else if ('at' in counted) showTrend(element.querySelector('dd')!, trendOf(counted, rows, list), this.words);
      else showFigure(element.querySelector('dd')!, rows.reduce((sum, row) => sum + Number(row.InRows), 0), opening(list, counted));
    });
    await this.draw(drawings);
    // The others have their numbers.
    if (refused) throw refusal(refused);
  }

  private async draw(drawings: readonly [Chart, readonly Part[], HTMLElement, string][]): Promise<void> {
    this.release();
    if (drawings.length === 0) return;
    const { draw } = await import('../charts/draw');
    for (const [chart, parts, plot, list] of drawings) this.drawn.set(plot, draw(plot, chart, parts, this.words, this.dataset.world!, list));
  }

  private release(): void {
    this.drawn.forEach(release => release());
    this.drawn.clear();
  }
}

customElements.define('ijjo-charts', IjjoCharts);
