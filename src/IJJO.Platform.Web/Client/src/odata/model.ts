// What a service says about itself in $metadata, in the words of the dashboards.
export type ValueKind = 'text' | 'number' | 'date' | 'moment' | 'boolean' | 'guid' | 'other';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Where labels of values are read: an entity set, which of its properties is the value and which the label. */
export interface ValueList {
  readonly root: string | undefined;
  readonly set: string;
  readonly value: string;
  readonly label: string;
  readonly filter: string | undefined;
}

export interface Property {
  readonly name: string;
  readonly label: string;
  readonly kind: ValueKind;
  readonly type: string;
  readonly isCollection: boolean;
  readonly isNullable: boolean;
  readonly isKey: boolean;
  readonly isState: boolean;
  readonly isLong: boolean;
  readonly vocabulary: string | undefined;
  /** The values that there are, with their labels: of states and enumerations. */
  readonly choices: readonly Choice[];
  readonly valueList: ValueList | undefined;
}

export interface Sort {
  readonly property: string;
  readonly descending: boolean;
}

export interface View {
  readonly id: string;
  readonly label: string;
  readonly filter: string | undefined;
  readonly order: readonly Sort[];
}

export interface Figure extends Counted {
  readonly id: string;
}

/** What a chart, a figure or a trend is counted by: the $apply of the set that answers it. */
export interface Counted {
  readonly name: string;
  readonly label: string;
  readonly filter: string | undefined;
  /** The rows that are counted, as a filter: of an average those that have the number. */
  readonly rows: string | undefined;
  readonly question: string;
}

export interface Chart extends Counted {
  readonly kind: 'bar' | 'line' | 'donut' | 'map' | 'weeks';
  readonly by: string;
  readonly isAverage: boolean;
}

/** A figure over time: the last seven days against the seven before. */
export interface Trend extends Counted {
  readonly at: string;
}

export interface Parameter {
  readonly name: string;
  readonly label: string;
  readonly kind: ValueKind;
  readonly isCollection: boolean;
  readonly isOptional: boolean;
  readonly vocabulary: string | undefined;
}

export interface Action {
  /** As in an address: namespace.name. */
  readonly name: string;
  readonly label: string;
  /** On a row, or on the set as a whole. */
  readonly isOnRow: boolean;
  readonly isBulk: boolean;
  readonly isAvailable: boolean;
  /** An OData filter: for which rows it makes sense. */
  readonly when: string | undefined;
  /** The staff page with its form. */
  readonly page: string | undefined;
  readonly parameters: readonly Parameter[];
}

export interface EntitySet {
  readonly name: string;
  readonly label: string;
  readonly one: string;
  readonly keys: readonly string[];
  readonly properties: ReadonlyMap<string, Property>;
  readonly title: string | undefined;
  readonly subtitle: string | undefined;
  readonly columns: readonly string[];
  readonly filters: readonly string[];
  readonly order: readonly Sort[];
  readonly views: readonly View[];
  readonly figures: readonly Figure[];
  readonly trends: readonly Trend[];
  readonly charts: readonly Chart[];
  readonly actions: readonly Action[];
  /** The staff pages: of the list, and of a record with {Property} in place of its values. */
  readonly listPage: string | undefined;
  readonly recordPage: string | undefined;
  readonly canSearch: boolean;
  readonly canInsert: boolean;
  readonly canUpdate: boolean;
  readonly canDelete: boolean;
  /** What PATCH takes; empty where any property may be sent. */
  readonly updatable: ReadonlySet<string>;
}

export interface Model {
  readonly namespace: string;
  readonly sets: ReadonlyMap<string, EntitySet>;
}
