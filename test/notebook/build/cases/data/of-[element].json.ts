console.log(JSON.stringify({ element: process.argv.find((word) => word.startsWith("--element="))?.slice(10) }));
