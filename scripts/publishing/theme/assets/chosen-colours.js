/* The theme would keep the colours of the device as if they were chosen. Only a choice of the reader is kept. */
(() => {
  const { setItem } = Storage.prototype;
  let chosen = false;
  document.addEventListener("change", (event) => (chosen ||= event.target.name === "__palette"), true);
  Storage.prototype.setItem = function (key, value) {
    if (chosen || !key.endsWith(".__palette")) setItem.call(this, key, value);
  };
})();
