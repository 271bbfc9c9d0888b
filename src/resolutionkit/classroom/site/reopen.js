// JupyterLite takes the notebook out of the address. It is put back, so that a reload opens what was open.
setInterval(() => {
  const path = window.jupyterapp?.shell.currentWidget?.context?.path;
  const wanted = `?path=${encodeURIComponent(path)}`;
  if (path && location.search !== wanted) history.replaceState(history.state, "", wanted);
}, 500);
