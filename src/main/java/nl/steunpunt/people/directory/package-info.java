/**
 * The directory: departments, locations, and the import of persons. A file is read into staging
 * rows, checked and compared with the directory set by set; only the differences are kept, and
 * those are at once the preview, what is written, and the image that undo restores.
 */
@NullMarked
package nl.steunpunt.people.directory;

import org.jspecify.annotations.NullMarked;
