// Reads the CSDL JSON of /odata/{module}/$metadata: the only thing that the dashboards know about a module.
import { can, flag, list, object, path, qualified, text, type Json } from './csdl';
import type { Action, Chart, Choice, Counted, EntitySet, Model, Parameter, Property, Sort, ValueKind, ValueList, View } from './model';

export * from './model';

export function readModel(document: unknown): Model {
  const root = object(document);
  const [namespace = '', containerName = ''] = (text(root.$EntityContainer) ?? '').split('.');
  const schema = object(root[namespace]);
  const sets = Object.entries(object(schema[containerName]))
    .filter(([, set]) => flag(object(set).$Collection))
    .map(([name, set]) => [name, readSet(name, object(set), schema, namespace)] as const);
  return { namespace, sets: new Map(sets) };
}

function readSet(name: string, set: Json, schema: Json, namespace: string): EntitySet {
  const typeName = text(set.$Type) ?? '';
  const type = object(schema[typeName.slice(namespace.length + 1)]);
  const keys = list(type.$Key).map(key => text(key) ?? '');
  const properties = Object.entries(type)
    .filter(([member, value]) => !member.startsWith('$') && !member.startsWith('@') && typeof value === 'object')
    .map(([member, value]) => readProperty(member, object(value), schema, namespace, keys));
  const header = object(type['@UI.HeaderInfo']);
  const orders = new Map(qualified(type, 'UI.PresentationVariant').map(([id, variant]) => [id, readOrder(variant.SortOrder)]));
  return {
    name,
    label: text(set['@Core.Description']) ?? name,
    one: text(header.TypeName) ?? name,
    keys,
    properties: new Map(properties.map(property => [property.name, property])),
    title: path(object(header.Title).Value),
    subtitle: path(object(header.Description).Value),
    columns: list(type['@UI.LineItem']).map(item => path(object(item).Value)).filter(column => column !== undefined),
    filters: list(type['@UI.SelectionFields']).map(path).filter(filter => filter !== undefined),
    order: orders.get('') ?? [],
    views: qualified(type, 'UI.SelectionVariant').map(([id, view]) => readView(id, view, orders)),
    figures: qualified(type, 'Platform.Figure').map(([id, figure]) => ({ id, ...readCounted(id, figure) })),
    trends: qualified(type, 'Platform.Trend').map(([id, trend]) => ({ ...readCounted(id, trend), at: path(trend.At) ?? '' })),
    charts: qualified(type, 'UI.Chart').map(([id, chart]) => readChart(id, { ...chart, ...object(type[`@Platform.Chart#${id}`]) })),
    actions: readActions(schema, namespace, typeName),
    listPage: text(set['@Platform.ListPage']),
    recordPage: text(set['@Platform.RecordPage']),
    canSearch: can(set, 'SearchRestrictions', 'Searchable'),
    canInsert: can(set, 'InsertRestrictions', 'Insertable'),
    canUpdate: can(set, 'UpdateRestrictions', 'Updatable'),
    canDelete: can(set, 'DeleteRestrictions', 'Deletable'),
    updatable: new Set(list(set['@Platform.Updatable']).map(path).filter(property => property !== undefined)),
  };
}

function readProperty(name: string, property: Json, schema: Json, namespace: string, keys: readonly string[]): Property {
  const type = text(property.$Type) ?? 'Edm.String';
  const enumeration = object(schema[type.slice(namespace.length + 1)]);
  const given: Choice[] = list(property['@Platform.Values']).map(object).map(one => ({ value: text(one.Value) ?? '', label: text(one.Label) ?? '' }));
  const members = Object.keys(enumeration).filter(member => !member.startsWith('$') && !member.includes('@')).map(value => ({ value, label: value }));
  return {
    name,
    label: text(property['@Common.Label']) ?? name,
    kind: kindOf(type, enumeration),
    type,
    isCollection: flag(property.$Collection),
    isNullable: flag(property.$Nullable),
    isKey: keys.includes(name),
    isState: flag(property['@Platform.State']),
    isLong: flag(property['@UI.MultiLineText']),
    vocabulary: text(property['@Platform.Vocabulary']),
    choices: given.length > 0 || enumeration.$Kind !== 'EnumType' ? given : members,
    valueList: readValueList(property['@Common.ValueList']),
  };
}

function kindOf(type: string, enumeration: Json): ValueKind {
  switch (type) {
    case 'Edm.String': return 'text';
    case 'Edm.Boolean': return 'boolean';
    case 'Edm.Guid': return 'guid';
    case 'Edm.Date': return 'date';
    case 'Edm.DateTimeOffset': return 'moment';
    case 'Edm.Byte': case 'Edm.SByte': case 'Edm.Int16': case 'Edm.Int32': case 'Edm.Int64': case 'Edm.Single': case 'Edm.Double': case 'Edm.Decimal': return 'number';
    default: return enumeration.$Kind === 'EnumType' ? 'text' : 'other';
  }
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
    filter: constant ? `${text(constant.ValueListProperty)} eq '${text(constant.Constant)}'` : undefined,
  };
}

const readOrder = (order: unknown): Sort[] =>
  list(order).map(object).map(sort => ({ property: path(sort.Property) ?? '', descending: flag(sort.Descending) }));

const readView = (id: string, view: Json, orders: ReadonlyMap<string, Sort[]>): View =>
  ({ id: text(view.ID) ?? id, label: text(view.Text) ?? id, filter: text(view.FilterExpression), order: orders.get(id) ?? [] });

function readCounted(id: string, counted: Json): Counted {
  const filter = text(counted.FilterExpression);
  const measure = path(list(counted.Measures)[0]);
  const rows = [filter && measure ? `(${filter})` : filter, measure && `${measure} ne null`].filter(part => part).join(' and ') || undefined;
  return { name: text(counted.ID) ?? id, label: text(counted.Title) ?? id, filter, rows, question: text(counted.Question) ?? '' };
}

const readChart = (id: string, chart: Json): Chart => ({
  ...readCounted(id, chart),
  kind: (text(chart.Kind)?.toLowerCase() ?? 'bar') as Chart['kind'],
  by: path(list(chart.Dimensions)[0]) ?? '',
  isAverage: list(chart.Measures).length > 0,
});

/** The overloads that are bound to this type, or to a collection of it. */
function readActions(schema: Json, namespace: string, typeName: string): Action[] {
  return Object.entries(schema).flatMap(([name, overloads]) => list(overloads).map(object)
    .filter(action => action.$Kind === 'Action' && object(list(action.$Parameter)[0]).$Type === typeName)
    .map(action => ({
      name: `${namespace}.${name}`,
      label: text(action['@Common.Label']) ?? name,
      isOnRow: !flag(object(list(action.$Parameter)[0]).$Collection),
      isBulk: flag(action['@Platform.Bulk']),
      isAvailable: action['@Core.OperationAvailable'] !== false,
      when: text(action['@Platform.When']),
      page: text(action['@Platform.Page']),
      parameters: list(action.$Parameter).slice(1).map(parameter => readParameter(object(parameter), schema, namespace)),
    })));
}

function readParameter(parameter: Json, schema: Json, namespace: string): Parameter {
  const type = text(parameter.$Type) ?? 'Edm.String';
  const name = text(parameter.$Name) ?? '';
  return {
    name,
    label: text(parameter['@Common.Label']) ?? name,
    kind: kindOf(type, object(schema[type.slice(namespace.length + 1)])),
    isCollection: flag(parameter.$Collection),
    isOptional: flag(parameter.$Nullable) || parameter['@Core.OptionalParameter'] !== undefined,
    vocabulary: text(parameter['@Platform.Vocabulary']),
  };
}
