/** A text as it stands in markup, within an attribute or without. */
export function escapeAttribute(value: string): string {
  return value.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
