/**
 * When a power user is busy, from the address of their own calendar: the begin and the end of what
 * is to come, within working time, and nothing else of it.
 */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.network.agenda;
