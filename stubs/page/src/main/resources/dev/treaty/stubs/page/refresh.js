// Keeps a part of a view up to date while somebody looks at it.
const PAUSE = 2000;
const part = document.querySelector('[data-refresh]');

const refresh = async () => {
  if (!document.hidden) {
    try {
      const answer = await fetch(location.href, {headers: {Accept: 'text/html'}});
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(part.id);
      if (answer.ok && fresh && fresh.innerHTML !== part.innerHTML) {
        part.replaceChildren(...fresh.childNodes);
      }
    } catch {
      // the server has stopped; it may come back
    }
  }
  setTimeout(refresh, PAUSE);
};

if (part) {
  setTimeout(refresh, PAUSE);
}
