package nl.steunpunt.people;

/** This person signed out somewhere, or was. Not told of a sign-in whose time was over. */
public record SignInsEnded(PersonId person) {}
