/**
 * The help button for pages that are not ours: a script, an iframe or a link, that shows who helps
 * and takes a question along.
 */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.network.helpbutton;
