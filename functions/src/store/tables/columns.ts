/** A moment, ms since 1970: `bigint` on Postgres, read back as a safe integer. */
export type Ms = number;

/** 0 or 1 on both engines. */
export type Flag = 0 | 1;
