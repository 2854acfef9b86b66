/** How the constituencies are divided: looked at, tried out, moved. */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.network.division;
