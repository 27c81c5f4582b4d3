// Leads on from an anchor whose entry moved to another part of its page. The list of what moved stands on the first part.
(() => {
  const list = document.querySelector("[data-moved]");
  if (!list) return;

  function leadOn() {
    const anchor = decodeURIComponent(location.hash.slice(1));
    const link = anchor && document.getElementById(anchor);
    if (link && list.contains(link)) return location.replace(link.href);
    let page = ""; // each page stands before the anchors on it
    for (const name of (list.dataset.named || "").split(" ")) {
      if (name.endsWith(".html")) page = name;
      else if (anchor && name === anchor) return location.replace(`${page}#${anchor}`);
    }
  }

  addEventListener("hashchange", leadOn);
  leadOn();
})();
