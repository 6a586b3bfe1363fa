import type { EntitySet } from '../odata/metadata';
import { format, parse, type ListState } from './state';

/** Keeps the state of the list in the address, so that a copied address opens the same, and the chosen columns for the next time too. */
export class Address {
  state: ListState;
  private readonly kept: string;

  /** @param whole The address of the list with all its rows, which need not be the bare one: its reader may have chosen a view for that. */
  constructor(private readonly entities: EntitySet, private readonly whole: string) {
    this.kept = `list:columns:${location.pathname}`;
    this.state = parse(location.search, entities);
    if (this.state.columns.length > 0) return;
    const columns = parse(`cols=${localStorage.getItem(this.kept) ?? ''}`, entities).columns;
    if (columns.length > 0) this.set({ columns }, false);
  }

  get query(): URLSearchParams { return format(this.state); }

  take(): void { this.state = parse(location.search, this.entities); }

  /** A step can be gone back from; anything else replaces where one is. */
  set(part: Partial<ListState>, isStep: boolean): void {
    this.state = { ...this.state, ...part };
    if (part.columns) localStorage.setItem(this.kept, format({ ...this.state, columns: part.columns }).get('cols') ?? '');
    const query = this.query.toString();
    const address = query ? `${location.pathname}?${query}` : this.whole;
    if (address === location.pathname + location.search) return;
    if (isStep) history.pushState(null, '', address);
    else history.replaceState(null, '', address);
  }
}
