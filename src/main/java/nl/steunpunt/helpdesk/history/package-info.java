/**
 * The helpdesk's history, from the files of the system it works in. A file of any size is read as a
 * stream, its rows are folded by number, and from what was imported comes the baseline of the
 * helpdesk's load. Who called and who helped is not read (docs/adr/0300).
 */
@NullMarked
package nl.steunpunt.helpdesk.history;

import org.jspecify.annotations.NullMarked;
