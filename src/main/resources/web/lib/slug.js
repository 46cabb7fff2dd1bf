/** The slug that a model of that name can have; empty if the name has no letter or digit of a slug. */
export function slugOf(name) {
  const slug = name.toLowerCase().replace(/[^a-z0-9._-]+/g, '-');
  return slug.slice(0, 100).replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '');
}
