// Reads the CSDL JSON of /odata/{module}/$metadata: the only thing that the dashboards know about a module.
import { flag, list, object, path, qualified, text, type Json } from './csdl';
import type { Chart, Choice, EntitySet, Figure, Model, Property, ValueList } from './model';

export * from './model';

export function readModel(document: unknown): Model {
  const root = object(document);
  const [namespace = '', containerName = ''] = (text(root.$EntityContainer) ?? '').split('.');
  const schema = object(root[namespace]);
  const sets = Object.entries(object(schema[containerName]))
    .filter(([, set]) => flag(object(set).$Collection))
    .map(([name, set]) => [name, readSet(name, object(set), schema, namespace)] as const);
  return { sets: new Map(sets) };
}

function readSet(name: string, set: Json, schema: Json, namespace: string): EntitySet {
  const type = object(schema[(text(set.$Type) ?? '').slice(namespace.length + 1)]);
  const properties = Object.entries(type)
    .filter(([member, value]) => !member.startsWith('$') && !member.startsWith('@') && typeof value === 'object')
    .map(([member, value]) => [member, readProperty(member, object(value))] as const);
  return {
    name,
    properties: new Map(properties),
    figures: qualified(type, 'Platform.Figure').map(([id, figure]) => readFigure(id, figure)),
    trends: qualified(type, 'Platform.Trend').map(([id, trend]) => ({ ...readFigure(id, trend), at: path(trend.At) ?? '' })),
    charts: qualified(type, 'UI.Chart').map(([id, chart]) => readChart(id, chart)),
  };
}

function readProperty(name: string, property: Json): Property {
  const choices: Choice[] = list(property['@Platform.Values']).map(object).map(one => ({ value: text(one.Value) ?? '', label: text(one.Label) ?? '' }));
  return { label: text(property['@Common.Label']) ?? name, choices, valueList: readValueList(property['@Common.ValueList']) };
}

function readValueList(annotation: unknown): ValueList | undefined {
  const found = object(annotation);
  const set = text(found.CollectionPath);
  if (set === undefined) return undefined;
  const parameters = list(found.Parameters).map(object);
  const constant = parameters.find(parameter => parameter.Constant !== undefined);
  return {
    root: text(found.CollectionRoot),
    set,
    value: text(parameters.find(parameter => parameter.LocalDataProperty !== undefined)?.ValueListProperty) ?? 'Id',
    label: text(parameters.find(parameter => parameter.Constant === undefined && parameter.LocalDataProperty === undefined)?.ValueListProperty) ?? 'Title',
    filter: constant ? `${text(constant.ValueListProperty)} eq '${text(constant.Constant)}'` : text(found.FilterExpression),
  };
}

const readFigure = (id: string, figure: Json): Figure =>
  ({ name: text(figure.ID) ?? id, label: text(figure.Title) ?? id, filter: text(figure.FilterExpression), question: text(figure.Question) ?? '' });

const readChart = (id: string, chart: Json): Chart => ({
  ...readFigure(id, chart),
  kind: (text(chart.Kind)?.toLowerCase() ?? 'bar') as Chart['kind'],
  by: path(list(chart.Dimensions)[0]) ?? '',
  isAverage: list(chart.Measures).length > 0,
});
