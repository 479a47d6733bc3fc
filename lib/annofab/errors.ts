/** What every error of this client is. */
export class AnnofabError extends Error {
  override readonly name: string = 'AnnofabError';
}

/** A value that cannot be an id; it would change the path of the request. The value is not repeated. */
export class InvalidIdError extends AnnofabError {
  override readonly name = 'InvalidIdError' as const;

  constructor(field: string) {
    super(`${field} must be an id: 1 to 256 of A-Z a-z 0-9 _ . - and neither "." nor ".."`);
  }
}
