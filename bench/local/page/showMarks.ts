/** A register as a plain list: the least that a person could read. */

export function showMarks(lines: readonly { readonly name: string; readonly status: string }[]): void {
  const items = lines.map(({ name, status }) => {
    const item = document.createElement('li');
    item.textContent = `${name} ${status}`;
    return item;
  });
  document.getElementById('list')?.append(...items);
}
