@org.jspecify.annotations.NullMarked
package nl.steunpunt.replay;
