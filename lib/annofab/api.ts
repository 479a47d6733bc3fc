import type { Files } from './files/files.ts';
import type { OperationMethods } from './generated/methods.ts';
import type { MyAccount } from './generated/schemas.ts';
import type { RequestOptions } from './options.ts';

/**
 * What a resource group needs of the client: so that no group imports the client class, which imports every group. A
 * group that builds on another one asks for it by name: `AnnofabApi & { readonly jobs: Jobs }`.
 */
export interface AnnofabApi extends OperationMethods {
  /** Files at presigned addresses: read, downloaded, uploaded. */
  readonly files: Files;
  /**
   * Your own account (getMyAccount): read once, and kept until you sign out. Concurrent calls share one request. A failure
   * is not kept.
   *
   * @throws as every operation
   */
  account(options?: RequestOptions): Promise<Readonly<MyAccount>>;
}
