// Small readers of CSDL JSON (OData CSDL JSON 4.01): annotations are members that begin with @, and a path is an object.
export type Json = Readonly<Record<string, unknown>>;

export const object = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {});

export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

export const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

export const flag = (value: unknown): boolean => value === true;

/** A property path is a string or, for the value of a field, { $Path }. */
export const path = (value: unknown): string | undefined => text(value) ?? text(object(value).$Path);

/** The annotations of a term with their qualifiers: @UI.Chart#byCountry. */
export function qualified(target: Json, term: string): [qualifier: string, value: Json][] {
  const prefix = `@${term}`;
  return Object.entries(target)
    .filter(([name]) => name === prefix || name.startsWith(`${prefix}#`))
    .map(([name, value]) => [name.slice(prefix.length + 1), object(value)]);
}
