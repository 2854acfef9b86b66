/**
 * What the role takes of a power user's working time, to protect that time. The power user sees and
 * corrects it first; the line manager sees a total a month, and nobody sees when or how fast
 * somebody reacted.
 */
@NullMarked
package nl.steunpunt.network.hours;

import org.jspecify.annotations.NullMarked;
