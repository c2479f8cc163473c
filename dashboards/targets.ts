/** Share of the queued contacts that are to be answered within the threshold: with 20 seconds, the customary 80/20. */
export const SERVICE_LEVEL_TARGET = 0.8;
