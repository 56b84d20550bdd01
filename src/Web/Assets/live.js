// Shows how a load goes on: asks for the page anew and exchanges what changes. Without script the reader reloads the page.
const pause = 1500;

async function refresh() {
  const live = document.querySelector("#live[data-live]");
  if (!live) {
    return;
  }

  try {
    const answer = await fetch(location.href);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    live.replaceWith(page.getElementById("live"));
  } catch {
    // The server is away for a moment; it is asked again.
  }

  setTimeout(refresh, pause);
}

setTimeout(refresh, pause);
