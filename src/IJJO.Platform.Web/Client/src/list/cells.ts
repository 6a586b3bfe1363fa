import type { EntitySet, Property } from '../odata/metadata';
import type { Row } from '../odata/service';
import { element } from './dom';
import type { Labels } from './labels';
import type { Texts } from './texts';

/** Values as people read them, as the server's table shows them (Boards/BoardCell.razor). */
export class Cells {
  private readonly day: Intl.DateTimeFormat;
  private readonly clock: Intl.DateTimeFormat;

  constructor(private readonly set: EntitySet, private readonly labels: Labels, private readonly texts: Texts) {
    // As the server writes it: the day first.
    const language = texts.language === 'en' ? 'en-GB' : texts.language;
    this.day = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
    this.clock = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'UTC' });
  }

  /** A value as text, for messages and filters. */
  text(property: Property, value: unknown): string {
    if (value === null || value === undefined || value === '') return '';
    if (Array.isArray(value)) return value.map(one => this.text(property, one)).join(', ');
    switch (property.kind) {
      case 'boolean': return this.texts.get(String(value));
      case 'number': return this.texts.number(Number(value));
      case 'date': return this.day.format(new Date(String(value)));
      case 'moment': return `${this.day.format(new Date(String(value)))}, ${this.clock.format(new Date(String(value)))}`;
      default: return this.labels.of(property, String(value));
    }
  }

  render(property: Property, row: Row): Node {
    const value = row[property.name];
    if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return element('span', { class: 'muted' }, '–');
    if (Array.isArray(value)) return this.several(property, value);
    if (property.kind === 'date') return element('time', { datetime: String(value) }, this.text(property, value));
    if (property.kind === 'moment') return element('time', { datetime: String(value), title: `${this.text(property, value)} UTC` }, this.text(property, value));
    if (property.isState) return element('span', { class: 'badge' }, this.text(property, value));
    const text = this.text(property, value);
    if (property.kind === 'text' && /^https:\/\/\S+$/.test(text)) return element('a', { href: text, rel: 'noopener' }, text);
    return document.createTextNode(text.length > 160 ? `${text.slice(0, 159)}…` : text);
  }

  name(row: Row): string {
    const title = this.set.properties.get(this.set.title ?? '');
    return (title && this.text(title, row[title.name])) || this.key(row);
  }

  key(row: Row): string {
    return this.set.keys.map(key => String(row[key])).join(',');
  }

  /** The key as it stands in an OData address. */
  resource(row: Row): string {
    const part = (key: string) => this.set.properties.get(key)?.kind === 'text' ? `'${encodeURIComponent(String(row[key]).replaceAll("'", "''"))}'` : encodeURIComponent(String(row[key]));
    return `${this.set.name}(${this.set.keys.length === 1 ? part(this.set.keys[0]!) : this.set.keys.map(key => `${key}=${part(key)}`).join(',')})`;
  }

  link(row: Row): string {
    return (this.set.recordPage ?? '').replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(row[name] ?? '')));
  }

  /** What has to be read of each row for its columns, its name and its link. */
  needed(columns: readonly string[]): string[] {
    const linked = [...(this.set.recordPage ?? '').matchAll(/\{(\w+)\}/g)].map(found => found[1]!);
    return [...new Set([...this.set.keys, ...columns, ...(this.set.title ? [this.set.title] : []), ...linked])].filter(name => this.set.properties.has(name));
  }

  private several(property: Property, values: unknown[]): Node {
    const shown = values.length > 3 ? values.slice(0, 2) : values;
    const text = document.createTextNode(this.text(property, shown));
    if (shown.length === values.length) return text;
    return element('span', { title: this.text(property, values) }, text, ' ', element('span', { class: 'muted' }, `+${values.length - shown.length}`));
  }
}
