// Keeps the list of requests up to date: the server sends rows, already escaped, as events.
const list = document.querySelector('[data-live]');

if (list && 'EventSource' in window) {
  const most = Number(list.dataset.most);
  const bar = document.getElementById('live');
  const status = document.getElementById('live-status');
  const pause = document.getElementById('live-pause');
  let waiting = [];
  let isPaused = false;
  let isScheduled = false;
  let unannounced = 0;

  const say = (text) => {
    if (status.textContent !== text) {
      status.textContent = text;
    }
  };

  const show = () => {
    isScheduled = false;
    if (isPaused) {
      return;
    }
    const template = document.createElement('template');
    // the latest batch comes first
    template.innerHTML = '<table><tbody>' + waiting.reverse().join('') + '</tbody></table>';
    waiting = [];
    const rows = template.content.querySelector('tbody');
    while (rows.childElementCount > most) {
      rows.lastElementChild.remove();
    }
    unannounced += rows.childElementCount;
    document.querySelector('main > .empty')?.remove();
    list.prepend(...rows.childNodes);
    while (list.childElementCount > most) {
      list.lastElementChild.remove();
    }
  };

  const schedule = () => {
    if (!isScheduled && !isPaused && waiting.length > 0) {
      isScheduled = true;
      requestAnimationFrame(show);
    }
  };

  const source = new EventSource(list.dataset.live);
  source.addEventListener('open', () => {
    bar.hidden = false;
    say('Live');
  });
  source.addEventListener('error', () => say('Not connected; trying again'));
  source.addEventListener('requests', (event) => {
    waiting.push(event.data);
    waiting = waiting.slice(-most);
    schedule();
  });

  // a screen reader hears how many there are, not each of them
  setInterval(() => {
    if (unannounced > 0) {
      say(unannounced === 1 ? 'Live: 1 new request' : `Live: ${unannounced} new requests`);
      unannounced = 0;
    }
  }, 2000);

  pause.addEventListener('click', () => {
    isPaused = !isPaused;
    pause.setAttribute('aria-pressed', String(isPaused));
    say(isPaused ? 'Paused' : 'Live');
    schedule();
  });
}
