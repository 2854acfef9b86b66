/**
 * Tables as people hand them in: CSV in any of its dialects, and XLSX. Knows nothing of persons.
 */
@NullMarked
package nl.steunpunt.people.directory.table;

import org.jspecify.annotations.NullMarked;
