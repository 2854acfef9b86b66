@org.jspecify.annotations.NullMarked
package nl.steunpunt.network.agenda;
