@org.jspecify.annotations.NullMarked
package nl.steunpunt.helpdesk.outcome;
