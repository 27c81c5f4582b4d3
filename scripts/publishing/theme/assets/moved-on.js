// Leads on from an anchor whose entry moved to another part of its page. The list of what moved stands on the first part.
(() => {
  const list = document.querySelector("[data-moved]");
  if (!list) return;

  function leadOn() {
    const anchor = decodeURIComponent(location.hash.slice(1));
    const link = anchor && document.getElementById(anchor);
    if (link && list.contains(link)) return location.replace(link.href);
    const named = (list.dataset.named || "").split(" ");
    const place = anchor ? named.indexOf(anchor) : -1;
    if (place >= 0 && place % 2 === 0) location.replace(`${named[place + 1]}#${anchor}`);
  }

  addEventListener("hashchange", leadOn);
  leadOn();
})();
