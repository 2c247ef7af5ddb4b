/** Token for the shared secret of the metrics scraper; undefined when there is none. */
export const METRICS_TOKEN = Symbol('metrics token');
