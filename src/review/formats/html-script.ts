/** The page's filters; without JavaScript it shows everything. */

export const SCRIPT = `
(() => {
  const boxes = [...document.querySelectorAll('input[name=risk]')];
  const search = document.querySelector('input[type=search]');
  const cards = [...document.querySelectorAll('article')];
  const count = document.querySelector('[role=status]');
  const filters = document.querySelector('.filters');
  if (!search || !count || !filters) return;
  const words = new Map(cards.map(card => [card, JSON.parse(card.dataset.clusters || '[]')]));
  const show = () => {
    const risks = new Set(boxes.filter(box => box.checked).map(box => box.value));
    const name = search.value.trim().toLowerCase();
    let shown = 0;
    for (const card of cards) {
      const named = name === '' || words.get(card).some(cluster => cluster.toLowerCase().includes(name));
      card.hidden = !(risks.has(card.dataset.risk) && named);
      if (!card.hidden) shown += 1;
    }
    count.textContent = shown + ' of ' + cards.length + ' shown';
  };
  filters.hidden = false;
  filters.addEventListener('input', show);
  show();
})();
`;
