import db from 'dynalite/db/index.js';
import deleteItem from 'dynalite/validations/deleteItem.js';
import putItem from 'dynalite/validations/putItem.js';
import updateItem from 'dynalite/validations/updateItem.js';

const PARAMETER = 'ReturnValuesOnConditionCheckFailure';

/**
 * Adds `ReturnValuesOnConditionCheckFailure` to dynalite, which does not know it: a write whose condition fails is answered with
 * the item that it met. The condition is checked under the lock of the item, so it is the very item that failed it.
 */
export function addFailedConditions(): void {
  const { types } = putItem;
  if (Object.hasOwn(types, PARAMETER)) return; // dynalite is loaded once in a process, and may be started several times
  for (const { types } of [deleteItem, putItem, updateItem])
    types[PARAMETER] = { type: 'String', enum: ['ALL_OLD', 'NONE'] };
  const { checkConditional } = db;
  db.checkConditional = (request, item) => {
    const error = checkConditional(request, item);
    if (error && item && request[PARAMETER] === 'ALL_OLD') error.body.Item = item;
    return error;
  };
}
