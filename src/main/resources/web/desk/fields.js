const lines = (text) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** One a line, with \\n for a line break; undefined without any. */
function stops(text) {
  const all = text.split('\n').filter(Boolean);
  return all.length > 0 ? all.map((stop) => stop.replaceAll('\\n', '\n')) : undefined;
}

/** A field's value by its data-type. undefined leaves the field out of the request, null clears the stored value. */
const READERS = {
  flag: (field) => field.value === 'true',
  choice: (field) => (field.value === '' ? null : field.value === 'true'),
  check: (field) => field.checked,
  mark: (field) => field.checked || undefined,
  clear: (field) => (field.value.trim() === '' ? null : field.value),
  plain: (field) => field.value,
  list: (field) => lines(field.value),
  pick: (field) => (field.checked ? field.value : undefined),
  stops: (field) => stops(field.value),
  json: (field) => JSON.parse(field.value.trim() || '{}'),
  number: (field) => (field.value === '' ? null : Number(field.value)),
  time: (field) => (field.value === '' ? null : new Date(field.value).toISOString()),
};
const readText = (field) => (field.value === '' ? undefined : field.value);

/**
 * The values of these fields as one object: a.b becomes { a: { b } }, beside what a field a has, and picked fields of one
 * name become a list.
 */
export function valuesOf(fields) {
  const values = {};
  for (const field of fields) {
    const value = (READERS[field.dataset.type] ?? readText)(field);
    if (value === undefined) continue;
    const [name, part] = field.name.split('.');
    if (part) values[name] = { ...values[name], [part]: value };
    else if (field.dataset.type === 'pick') values[name] = [...(values[name] ?? []), value];
    else values[name] = values[name] ? { ...value, ...values[name] } : value;
  }
  return values;
}
