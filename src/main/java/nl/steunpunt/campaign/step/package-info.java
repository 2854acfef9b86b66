/**
 * The steps by which a lead makes the power users known: when, with which text, and mailed to whom,
 * to nobody twice.
 */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.campaign.step;
