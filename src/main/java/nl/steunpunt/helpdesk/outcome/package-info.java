/** What became of the questions of each week, reckoned each night. */
@NullMarked
package nl.steunpunt.helpdesk.outcome;

import org.jspecify.annotations.NullMarked;
