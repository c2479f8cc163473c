module.exports = async function stopSharedNode(): Promise<void> {
  await globalThis.sharedOpenSearch?.stop();
};
