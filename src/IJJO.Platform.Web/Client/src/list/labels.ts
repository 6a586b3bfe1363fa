import type { Choice, EntitySet, Property } from '../odata/metadata';
import { Service, type Row } from '../odata/service';

const collator = new Intl.Collator(document.documentElement.lang || 'en');

/** What values are called: what $metadata says of states, and what the value lists say of terms. Each list is read once. */
export class Labels {
  constructor(private readonly service: Service) {}

  private readonly lists = new Map<string, Promise<ReadonlyMap<string, string>>>();
  private readonly known = new Map<string, ReadonlyMap<string, string>>();

  /** Reads the lists of these properties; where one cannot be read its values stand for themselves. */
  async load(properties: Iterable<Property>): Promise<void> {
    await Promise.all([...properties].filter(property => property.valueList !== undefined).map(property => this.read(property)));
  }

  of(property: Property, value: string): string {
    const choice = property.choices.find(one => one.value === value);
    return choice?.label ?? this.known.get(keyOf(property))?.get(value) ?? value;
  }

  async choices(property: Property, set: EntitySet): Promise<readonly Choice[]> {
    if (property.valueList === undefined) return property.choices.length > 0 || !property.isState ? property.choices : this.present(property, set);
    return [...await this.read(property)].map(([value, label]) => ({ value, label })).sort((one, other) => collator.compare(one.label, other.label));
  }

  /** The values that occur, of states that nobody has named. */
  private async present(property: Property, set: EntitySet): Promise<readonly Choice[]> {
    const page = await this.service.page(this.service.address(set.name, { $apply: `groupby((${property.name}))`, $orderby: property.name, $top: '100' }));
    return page.rows.map(row => String(row[property.name] ?? '')).filter(value => value !== '').map(value => ({ value, label: value }));
  }

  private read(property: Property): Promise<ReadonlyMap<string, string>> {
    const key = keyOf(property);
    let reading = this.lists.get(key);
    if (!reading) this.lists.set(key, reading = this.fetch(property, key));
    return reading;
  }

  private async fetch(property: Property, key: string): Promise<ReadonlyMap<string, string>> {
    const list = property.valueList!;
    const service = new Service(list.root ?? '');
    try {
      const page = await service.page(service.address(list.set, { $filter: list.filter, $select: `${list.value},${list.label}`, $top: '1000' }), 1000);
      const labels = new Map(page.rows.map((row: Row) => [String(row[list.value]), String(row[list.label])] as const));
      this.known.set(key, labels);
      return labels;
    } catch {
      this.lists.delete(key);
      return new Map();
    }
  }
}

const keyOf = (property: Property): string => `${property.valueList?.root}/${property.valueList?.set}?${property.valueList?.filter}`;
