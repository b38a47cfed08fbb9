const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether PostgreSQL takes a text as a uuid, in the form that travels. */
export const isUuid = (text: string | null | undefined): text is string => UUID.test(text ?? '');
