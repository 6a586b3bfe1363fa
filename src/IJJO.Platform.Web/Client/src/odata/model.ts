// What a service says in $metadata of the numbers of its lists, in the words of the dashboards.
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
  readonly label: string;
  /** The values that there are, with their labels: of states and enumerations. */
  readonly choices: readonly Choice[];
  readonly valueList: ValueList | undefined;
}

/** A figure, and what a chart or a trend is counted by too: the $apply of the set that answers it. */
export interface Figure {
  readonly name: string;
  readonly label: string;
  readonly filter: string | undefined;
  readonly question: string;
}

export interface Chart extends Figure {
  readonly kind: 'bar' | 'line' | 'donut' | 'map' | 'weeks';
  readonly by: string;
  readonly isAverage: boolean;
}

/** A figure over time: the last seven days against the seven before. */
export interface Trend extends Figure {
  readonly at: string;
}

export interface EntitySet {
  readonly name: string;
  readonly properties: ReadonlyMap<string, Property>;
  readonly figures: readonly Figure[];
  readonly trends: readonly Trend[];
  readonly charts: readonly Chart[];
}

export interface Model {
  readonly sets: ReadonlyMap<string, EntitySet>;
}
