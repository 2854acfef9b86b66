/**
 * What became of questions, in parts that may be told, reckoned each night (docs/adr/0303, 0320,
 * 0323).
 */
@NullMarked
package nl.steunpunt.helpdesk.outcome;

import org.jspecify.annotations.NullMarked;
