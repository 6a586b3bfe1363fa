// What a person does to the table.
import type { Property } from '../odata/metadata';
import type { Row } from '../odata/service';
import type { Column } from './state';

export interface GridEvents {
  sorted(property: string, more: boolean): void;
  arranged(columns: Column[]): void;
  nearEnd(): void;
  ticked(key: string, ticked: boolean): void;
  tickedAll(ticked: boolean): void;
  edit(property: Property, row: Row, cell: HTMLElement): void;
  isTicked(key: string): boolean;
}
