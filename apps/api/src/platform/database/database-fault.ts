/** Why no usable database could be opened. The message is one line that says what is wrong and what to do. */
export interface DatabaseFault {
  readonly code: 'DATABASE_UNREACHABLE' | 'DATABASE_TOO_OLD' | 'DATABASE_NOT_USABLE' | 'DATABASE_NEWER' | 'EMBEDDED_DATABASE';
  readonly message: string;
}
