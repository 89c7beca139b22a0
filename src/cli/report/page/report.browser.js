// What the page of a report can do in a browser: filter, sort, search, and show one cluster. Everything it shows is in the
// document already; text only ever becomes text.
(() => {
  const find = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const make = (name, text = '', ...children) => {
    const element = document.createElement(name);
    if (text !== '') element.textContent = text;
    element.append(...children);
    return element;
  };

  // The document is not touched where it says so already.
  const put = (element, key, value) => {
    if (element[key] !== value) element[key] = value;
  };

  // One entry for each row; nothing of the document is read again while somebody types.
  const body = find('tbody');
  const heads = all('thead th');
  const rows = all('tr', body).map((row, index) => ({
    row,
    index,
    name: find('a', row).textContent,
    words: row.textContent.toLowerCase(),
    cells: [...row.cells].map(cell => cell.dataset.sort ?? cell.firstChild.textContent),
    environment: [find('small', row).textContent],
    state: row.dataset.state.split(','),
  }));
  const named = new Map(rows.map(entry => [entry.name, entry]));

  // Findings and acceptances of a cluster: cards, and the lines of them that name it.
  const cards = new Map();
  for (const link of all('article .names a')) {
    const card = link.closest('article');
    const mine = cards.get(link.textContent) ?? new Map();
    mine.set(card, [...(mine.get(card) ?? []), link.closest('li')]);
    cards.set(link.textContent, mine);
  }
  for (const [name, mine] of cards) {
    const entry = named.get(name);
    if (entry)
      entry.words += ` ${[...mine.keys()].map(card => find('code', card).textContent.toLowerCase()).join(' ')}`;
  }

  // Filters: a value of each facet that has some, and every word of the search.
  const search = find('input[type=search]');
  const count = find('[role=status]');
  const reset = find('#reset');
  const nothing = find('.nothing');
  const facets = all('fieldset').map(set => {
    const from = set.dataset.from;
    return {
      values: entry => (Number(from) ? [entry.cells[from]] : entry[from]),
      wanted: new Set(),
      bars: new Map(
        all('label', set).map(label => [
          find('input', label).value,
          { box: find('input', label), number: find('b', label), bar: find('rect', label), count: -1 },
        ]),
      ),
    };
  });

  // As many rows as a browser lays out within a frame; more of them come as somebody scrolls.
  const STEP = 50;
  const more = find('#more');
  let limit = STEP;
  let order = rows;
  let drawn = rows.map(({ row }) => row);

  // Rows that stay where they are are not touched.
  const draw = visible => {
    const same = visible.findIndex((row, index) => row !== drawn[index]);
    const kept = same < 0 ? Math.min(visible.length, drawn.length) : same;
    for (const row of drawn.slice(kept)) row.remove();
    body.append(...visible.slice(kept));
    drawn = visible;
  };

  const filter = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const facet of facets) {
      facet.wanted = new Set([...facet.bars].filter(([, { box }]) => box.checked).map(([value]) => value));
      facet.counts = new Map();
    }
    const visible = [];
    let shown = 0;
    for (const entry of order) {
      let missed;
      let misses = 0;
      if (words.every(word => entry.words.includes(word))) {
        for (const facet of facets) {
          if (facet.wanted.size === 0 || facet.values(entry).some(value => facet.wanted.has(value))) continue;
          misses += 1;
          missed = facet;
        }
        if (misses < 2) {
          // A bar counts what there would be if it were chosen: its own facet leaves nothing out.
          for (const facet of misses === 0 ? facets : [missed]) {
            for (const value of facet.values(entry)) facet.counts.set(value, (facet.counts.get(value) ?? 0) + 1);
          }
        }
      } else misses = 1;
      if (misses > 0) continue;
      shown += 1;
      if (shown <= limit) visible.push(entry.row);
    }
    draw(visible);
    for (const { bars, counts } of facets) {
      for (const [value, bar] of bars) {
        const now = counts.get(value) ?? 0;
        if (bar.count === now) continue;
        bar.count = now;
        bar.number.textContent = String(now);
        bar.bar.setAttribute('width', `${Math.round((now / rows.length) * 1000) / 10}%`);
      }
    }
    put(count, 'textContent', `${shown} of ${rows.length} clusters`);
    put(nothing, 'hidden', shown > 0);
    put(more, 'hidden', shown <= limit);
    put(reset, 'disabled', words.length === 0 && facets.every(({ wanted }) => wanted.size === 0));
  };

  const filterAgain = () => {
    limit = STEP;
    filter();
  };
  const grow = () => {
    if (more.hidden) return;
    limit += STEP;
    filter();
  };
  more.addEventListener('click', grow);
  new IntersectionObserver(([{ isIntersecting }]) => isIntersecting && grow(), { rootMargin: '400px' }).observe(more);
  addEventListener('beforeprint', () => {
    limit = rows.length;
    filter();
  });

  const showAll = () => {
    search.value = '';
    for (const { bars } of facets) for (const { box } of bars.values()) box.checked = false;
    filterAgain();
    search.focus();
  };

  // Sorting: 4.9 before 4.14; equal rows by name.
  const { compare } = new Intl.Collator('en', { numeric: true });
  const sort = column => {
    const head = heads[column];
    const down = head.getAttribute('aria-sort') === 'ascending';
    for (const other of heads) other.removeAttribute('aria-sort');
    head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
    const sign = down ? -1 : 1;
    order = [...rows].sort((a, b) => sign * compare(a.cells[column], b.cells[column]) || a.index - b.index);
    filterAgain();
  };
  heads.forEach((head, column) => {
    const button = make('button', head.textContent);
    button.type = 'button';
    button.addEventListener('click', () => sort(column));
    head.replaceChildren(button);
  });
  heads[0].setAttribute('aria-sort', 'ascending');

  // Views, as tabs: arrow keys move between them.
  const tabs = all('[role=tab]');
  const view = (tab, focus) => {
    for (const other of tabs) {
      const chosen = other === tab;
      other.setAttribute('aria-selected', String(chosen));
      other.tabIndex = chosen ? 0 : -1;
      find(`#${other.getAttribute('aria-controls')}`).hidden = !chosen;
    }
    if (focus) tab.focus();
  };
  for (const tab of tabs) {
    const panel = find(`#${tab.getAttribute('aria-controls')}`);
    panel.setAttribute('role', 'tabpanel');
    panel.setAttribute('aria-labelledby', tab.id);
    tab.addEventListener('click', () => view(tab, false));
  }
  find('[role=tablist]').addEventListener('keydown', event => {
    const at = tabs.indexOf(document.activeElement);
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    view(tabs[(next + tabs.length) % tabs.length], true);
  });

  // One cluster: its row as a list, its graph, and its cards.
  const dialog = find('dialog');
  const which = find('#which');
  const what = find('#what');
  const short = text => (text.length <= 24 ? text : `${text.slice(0, 12)}…${text.slice(-11)}`);

  const graphOf = ({ row, name }) => {
    const { shape, names } = row.dataset;
    if (shape === undefined) return [make('p', 'Nothing is made of this cluster until its errors are fixed.')];
    const svg = find('svg', find(`#shape-${shape}`).content).cloneNode(true);
    const list = make('ol');
    const texts = names.split('\n');
    all('g', svg).forEach((box, index) => {
      const kind = find('.kind', box).textContent;
      find('title', box).textContent = `${kind} ${texts[index]}`;
      find('.name', box).textContent = short(texts[index]);
      list.append(make('li', '', make('b', box.dataset.when), `: ${kind} `, make('code', texts[index])));
    });
    svg.setAttribute('aria-label', `What is synced to ${name}, wave by wave; the same as a list follows`);
    svg.style.minWidth = `${Math.min(svg.getAttribute('width'), 1080)}px`;
    const frame = make('div', '', svg);
    frame.className = 'graph';
    frame.tabIndex = 0;
    frame.setAttribute('role', 'group');
    frame.setAttribute('aria-label', 'Graph, scrolls sideways');
    return [frame, make('details', '', make('summary', 'As a list'), list)];
  };

  const factsOf = ({ row }) => {
    const facts = make('dl');
    facts.className = 'facts';
    [...row.cells].slice(1, -2).forEach((cell, index) => {
      const value = make('dd');
      value.append(...[...cell.childNodes].map(node => node.cloneNode(true)));
      facts.append(make('div', '', make('dt', heads[index + 1].textContent), value));
    });
    return facts;
  };

  const cardsOf = ({ name }) =>
    [...(cards.get(name) ?? [])].map(([card, lines]) => {
      const copy = card.cloneNode(true);
      for (const part of all('ul, .who', copy)) part.remove();
      const own = lines.filter(Boolean).map(line => {
        const item = line.cloneNode(true);
        for (const names of all('.names, details', item)) names.remove();
        return item;
      });
      if (own.length > 0) copy.append(make('ul', '', ...own));
      return copy;
    });

  const HASH = '#cluster/';
  const follow = () => {
    const wanted = location.hash.startsWith(HASH) ? location.hash.slice(HASH.length) : '';
    const entry = rows.find(({ name }) => encodeURIComponent(name) === wanted);
    if (entry === undefined) {
      dialog.close();
      return;
    }
    which.textContent = entry.name;
    what.replaceChildren(factsOf(entry), make('h3', 'In the order of syncs'), ...graphOf(entry), ...cardsOf(entry));
    if (!dialog.open) dialog.showModal();
    dialog.scrollTop = 0;
  };
  dialog.addEventListener('close', () => {
    const entry = named.get(which.textContent);
    if (location.hash.startsWith(HASH)) history.replaceState(null, '', location.pathname + location.search);
    if (entry?.row.offsetParent) find('a', entry.row).focus();
  });
  find('#close').addEventListener('click', () => dialog.close());
  addEventListener('hashchange', follow);

  // Keys: / searches; arrows go from cluster to cluster.
  addEventListener('keydown', event => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || dialog.open) return;
    if (event.target.matches('input[type=search]')) return;
    event.preventDefault();
    view(tabs[0], false);
    search.focus();
  });
  body.addEventListener('keydown', event => {
    const step = { ArrowDown: 'nextElementSibling', ArrowUp: 'previousElementSibling' }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const row = event.target.closest('tr')[step];
    if (row) find('a', row).focus();
  });

  // A link is followed though its address is there already.
  addEventListener('click', event => {
    if (event.target.closest('a')?.hash === location.hash) follow();
  });

  for (const { bars } of facets) for (const { box } of bars.values()) box.disabled = false;
  find('.facets').addEventListener('change', filterAgain);
  search.addEventListener('input', filterAgain);
  reset.addEventListener('click', showAll);
  for (const element of [find('.bar'), find('[role=tablist]')]) element.hidden = false;
  view(tabs[0], false);
  filter();
  follow();
})();
