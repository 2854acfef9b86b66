/** Hours: the rules, and the pages of power user and manager. */
@NullMarked
package nl.steunpunt.network.hours;

import org.jspecify.annotations.NullMarked;
