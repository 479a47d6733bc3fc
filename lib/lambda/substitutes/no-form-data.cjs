/** In place of undici's FormData: Annofab takes JSON and files. */
exports.extractBody = () => {
  throw new Error('This bundle sends no FormData');
};
exports.webidl = { is: { FormData: () => false } };
