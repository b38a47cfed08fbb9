/**
 * Stands in the page itself. A page that no worker serves is a first visit: its services are asked for while the code that
 * understands them is still on the way. Low priority: that code goes first. Home has its list in the page and does not ask.
 */
export const EARLY_CATALOGUE_SCRIPT =
  "if(location.pathname!=='/'&&navigator.onLine&&!(navigator.serviceWorker&&navigator.serviceWorker.controller)){window.earlyCatalogue=fetch('/api/v1/catalogue/list'," +
  "{headers:{accept:'application/json'},credentials:'same-origin',cache:'no-store',redirect:'manual',priority:'low'});window.earlyCatalogue.catch(function(){})}";
