import type { EntitySet, Property } from '../odata/metadata';
import { ODataError, type FieldMessage, type Row, type Service } from '../odata/service';
import type { Cells } from './cells';
import { button, element, field } from './dom';
import type { Labels } from './labels';
import { Popover } from './popover';
import type { Texts } from './texts';

/** Changes one value of a row. What the service says against it is shown beside it; after a clash both versions are, and one is chosen. */
export class CellEditor {
  constructor(private readonly service: Service, private readonly set: EntitySet, private readonly cells: Cells, private readonly labels: Labels, private readonly texts: Texts, private readonly saved: (row: Row) => void) {}

  async open(property: Property, row: Row, cell: HTMLElement): Promise<void> {
    const control = await this.control(property, row[property.name]);
    const message = element('p', { class: 'error', id: 'list-edit-error', role: 'alert' });
    const clash = element('div');
    control.setAttribute('aria-describedby', message.id);
    const form = element('form', { class: 'list-edit' }, field(property.label, control), message, clash,
      element('div', { class: 'actions' }, element('button', { type: 'submit', class: 'primary small' }, this.texts.get('save')), button(this.texts.get('cancel'), { class: 'small' }, () => popover.close())));
    const popover = new Popover(cell.querySelector<HTMLElement>('[data-edit]') ?? cell, form, this.texts.get('edit', property.label, this.cells.name(row))).open();
    let tag = row['@odata.etag'] as string | undefined;
    form.addEventListener('submit', async event => {
      event.preventDefault();
      message.textContent = '';
      clash.replaceChildren();
      control.removeAttribute('aria-invalid');
      try {
        const changed = await this.service.patch(this.cells.resource(row), { [property.name]: this.value(property, control) }, tag);
        popover.close();
        this.saved(changed);
      } catch (problem) {
        if (!(problem instanceof ODataError)) throw problem;
        if (problem.isStale) {
          const now = await this.service.read(this.cells.resource(row));
          tag = now['@odata.etag'] as string | undefined;
          clash.replaceChildren(this.choose(property, control, now, () => popover.close()));
        } else {
          control.setAttribute('aria-invalid', 'true');
          message.textContent = this.said(problem, property);
        }
        popover.place();
      }
    });
  }

  /** What is said against this value; else what is said against others that the row holds, by their names. */
  private said(problem: ODataError, property: Property): string {
    const own = problem.details.find(detail => isOf(detail, property));
    if (own) return own.message;
    const others = problem.details.map(detail => {
      const of = [...this.set.properties.values()].find(one => isOf(detail, one));
      return of ? this.texts.get('named', of.label, detail.message) : detail.message;
    });
    return others.join(' ') || (problem.isOffline ? this.texts.get('offline') : problem.message);
  }

  /** Both versions, side by side; to save again is to keep one's own. */
  private choose(property: Property, control: Control, now: Row, close: () => void): HTMLElement {
    const mine = this.cells.text(property, this.value(property, control));
    const theirs = button(this.texts.get('edit.keep'), { class: 'small' }, () => {
      close();
      this.saved(now);
    });
    return element('div', { class: 'notice warn', role: 'alert' }, element('p', {}, this.texts.get('edit.clash')),
      element('dl', {}, element('div', {}, element('dt', {}, this.texts.get('edit.mine')), element('dd', {}, mine || '–')),
        element('div', {}, element('dt', {}, this.texts.get('edit.theirs')), element('dd', {}, this.cells.text(property, now[property.name]) || '–'))), theirs);
  }

  private async control(property: Property, value: unknown): Promise<Control> {
    const choices = property.isState || property.valueList || property.choices.length > 0 ? await this.labels.choices(property, this.set) : [];
    if (property.kind === 'boolean' || choices.length > 0) {
      const select = element('select', { multiple: property.isCollection });
      const all = property.kind === 'boolean' ? ['true', 'false'].map(one => ({ value: one, label: this.texts.get(one) })) : choices;
      const given = Array.isArray(value) ? value.map(String) : [String(value ?? '')];
      if (property.isNullable && !property.isCollection) select.add(new Option('–', ''));
      for (const choice of all) select.add(new Option(choice.label, choice.value, false, given.includes(choice.value)));
      return select;
    }
    const typed = String(value ?? '');
    if (property.isLong || typed.length > 80) return element('textarea', { rows: '4' }, typed);
    return element('input', { type: property.kind === 'date' ? 'date' : 'text', inputmode: property.kind === 'number' ? 'decimal' : undefined, value: typed });
  }

  private value(property: Property, control: Control): unknown {
    if (control instanceof HTMLSelectElement && property.isCollection) return [...control.selectedOptions].map(option => option.value);
    const typed = control.value.trim();
    if (typed === '') return property.isNullable ? null : property.kind === 'text' ? '' : null;
    if (property.kind === 'boolean') return typed === 'true';
    return property.kind === 'number' && Number.isFinite(Number(typed)) ? Number(typed) : typed;
  }
}

/** Messages name members as parameters are named: with a small letter. */
const isOf = (detail: FieldMessage, property: Property): boolean => detail.target.toLowerCase() === property.name.toLowerCase();

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
