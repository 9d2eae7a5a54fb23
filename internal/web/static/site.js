// A statement's words in the text and its row beside it light up together, by pointer and by
// keyboard: j and k step through the statements, Enter goes to the row, / to the search.
const text = document.querySelector('.text');
const cards = document.querySelector('.cards');
const search = document.querySelector('.find input');

const parts = (id) => document.querySelectorAll(`[data-a~="${CSS.escape(id)}"]`);
let lit = [];

function light(ids) {
  lit.forEach((id) => parts(id).forEach((el) => el.classList.remove('lit')));
  lit = ids;
  lit.forEach((id) => parts(id).forEach((el) => el.classList.add('lit')));
}

function showCard(id) {
  const card = document.getElementById(`row-${id}`);
  if (!card || cards.scrollHeight <= cards.clientHeight) return;
  const over = card.offsetTop - cards.offsetTop;
  if (over < cards.scrollTop || over + card.offsetHeight > cards.scrollTop + cards.clientHeight) {
    cards.scrollTop = over - cards.clientHeight / 3;
  }
}

// idsAt are the statements of the innermost marked element; a nested one comes last in its list.
const idsAt = (el) => (el.closest('[data-a]')?.dataset.a ?? '').split(' ').filter(Boolean).slice(-1);

function step(by) {
  const marks = [...text.querySelectorAll('a.mark')];
  if (!marks.length) return;
  const at = marks.indexOf(document.activeElement);
  marks[(at + by + marks.length) % marks.length]?.focus();
}

if (text && cards) {
  for (const root of [text, cards]) {
    root.addEventListener('pointerover', (e) => {
      const ids = idsAt(e.target);
      light(ids);
      if (root === text && ids.length) showCard(ids[0]);
    });
    root.addEventListener('pointerleave', () => light([]));
    root.addEventListener('focusin', (e) => {
      const ids = idsAt(e.target);
      light(ids);
      if (root === text && ids.length) showCard(ids[0]);
    });
  }
}

document.addEventListener('keydown', (e) => {
  if (e.ctrlKey || e.metaKey || e.altKey || e.target.matches('input, select, textarea')) return;
  if (e.key === '/') { e.preventDefault(); search?.focus(); }
  if (e.key === 'j' && text) step(1);
  if (e.key === 'k' && text) step(-1);
  if (e.key === 'Escape') light([]);
});
