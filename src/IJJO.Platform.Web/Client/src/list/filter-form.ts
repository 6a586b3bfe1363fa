import type { Choice, Property } from '../odata/metadata';
import { button, element, field } from './dom';
import { isUsual, kindOf, operatorsOf } from './filters';
import type { Filter } from './state';
import type { Texts } from './texts';

const empty = (property: string): Filter => ({ property, op: undefined, values: [], from: undefined, to: undefined });

/** The form of one filter: an operator that fits the kind, and what it compares with. */
export class FilterForm {
  readonly root = element('form', { class: 'list-filter' });
  private readonly operator = element('select');
  private readonly inputs = element('div', { class: 'list-filter-values' });

  constructor(
    private readonly property: Property,
    private readonly filter: Filter | undefined,
    private readonly choices: readonly Choice[],
    private readonly texts: Texts,
    done: (filter: Filter | undefined) => void,
  ) {
    const operators = operatorsOf(property);
    for (const op of operators) this.operator.add(new Option(texts.get(`op.${op}`), op, false, op === filter?.op));
    this.operator.addEventListener('change', () => this.draw());
    this.root.append(element('h2', {}, property.label), ...(operators.length > 1 ? [field(texts.get('op'), this.operator)] : []), this.inputs,
      element('div', { class: 'actions' }, element('button', { type: 'submit', class: 'primary small' }, texts.get('apply')), button(texts.get('cancel'), { class: 'small' }, () => done(filter))));
    this.root.addEventListener('submit', event => {
      event.preventDefault();
      done(this.read());
    });
    this.draw();
  }

  private get op(): string { return this.operator.value || operatorsOf(this.property)[0]!; }

  private draw(): void {
    const kind = kindOf(this.property);
    const before = this.filter;
    if (this.op === 'empty' || this.op === 'filled') this.inputs.replaceChildren();
    else if (kind === 'choice') this.inputs.replaceChildren(this.list(before?.values ?? []));
    else if (kind === 'yes-no') this.inputs.replaceChildren(this.yesNo(before?.values[0]));
    else if (this.op === 'between') this.inputs.replaceChildren(field(this.texts.get('from'), this.input('from', before?.from)), field(this.texts.get('to'), this.input('to', before?.to)));
    else this.inputs.replaceChildren(...(before?.values.length ? before.values : [undefined]).map(value => field(this.texts.get('value'), this.input('value', value))));
  }

  private input(name: string, value: string | undefined): HTMLInputElement {
    const kind = kindOf(this.property);
    return element('input', { name, value: value ?? '', type: kind === 'dates' ? 'date' : 'text', inputmode: kind === 'numbers' ? 'decimal' : undefined, autocomplete: 'off' });
  }

  private yesNo(value: string | undefined): HTMLElement {
    const select = element('select', { name: 'value' });
    for (const one of ['true', 'false']) select.add(new Option(this.texts.get(one), one, false, one === value));
    return field(this.texts.get('value'), select);
  }

  /** Any of several; a long list is narrowed by typing. */
  private list(chosen: readonly string[]): HTMLElement {
    const group = element('fieldset', { class: 'list-choices' }, element('legend', { class: 'visually-hidden' }, this.property.label));
    const box = element('div', { class: 'list-choices-box' });
    for (const choice of this.choices) {
      const tick = element('input', { type: 'checkbox', name: 'value', value: choice.value, id: `choice-${choice.value}` });
      tick.checked = chosen.includes(choice.value);
      box.append(element('div', { class: 'choice' }, tick, element('label', { for: tick.id }, choice.label)));
    }
    if (this.choices.length > 10) group.append(this.narrow(box));
    group.append(box);
    return group;
  }

  private narrow(box: HTMLElement): HTMLElement {
    const typed = element('input', { type: 'search', 'aria-label': this.texts.get('search') });
    typed.placeholder = this.texts.get('search');
    typed.addEventListener('input', () => {
      const wanted = fold(typed.value);
      for (const line of box.children) (line as HTMLElement).hidden = !fold(line.textContent ?? '').includes(wanted);
    });
    return typed;
  }

  private read(): Filter | undefined {
    const typed = new FormData(this.root);
    const one = (name: string) => (typed.get(name) as string | null)?.trim() || undefined;
    const made: Filter = {
      ...empty(this.property.name),
      op: isUsual(this.op) ? undefined : this.op,
      values: typed.getAll('value').map(value => String(value).trim()).filter(value => value.length > 0),
      from: one('from'), to: one('to'),
    };
    return this.op === 'empty' || this.op === 'filled' || made.values.length > 0 || made.from || made.to ? made : undefined;
  }
}

const fold = (text: string): string => text.normalize('NFD').replace(/\p{Diacritic}/gu, '').toLowerCase();
