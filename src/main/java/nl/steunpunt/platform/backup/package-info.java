/**
 * The whole database in one file, and back: by command, and each night. The bundled PostgreSQL has
 * no pg_dump, and a dump would not survive a change of the product's schema.
 */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.platform.backup;
