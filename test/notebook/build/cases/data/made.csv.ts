console.log("made\n41");
